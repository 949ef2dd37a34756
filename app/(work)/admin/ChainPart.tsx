import { getTranslations } from "next-intl/server";
import { chainFor } from "@/bulletin/record/seal";
import { Table } from "@/components/Table";
import type { Actor } from "@/lib/actor";
import { fromColumn } from "@/lib/dates";
import { VerifyChain } from "./VerifyChain";

/** How far the chain of the record reaches, and its last anchors, for the auditor to keep or print. */
export async function ChainPart({ actor }: { actor: Actor }) {
  const [say, { last, waiting, anchors }] = await Promise.all([getTranslations("audit"), chainFor(actor)]);
  return (
    <section>
      <h2 className="border-b border-line-2 pt-10 pb-2 font-bold">{say("chain")}</h2>
      <p className="py-3">
        {say("chainFact", {
          place: Number(last?.place ?? 0),
          id: String(last?.eventId ?? ""),
          waiting,
          command: "npm run bianfa -- audit verify --anchors",
        })}
      </p>
      <VerifyChain />
      {anchors.length > 0 && (
        <>
          <Table
            caption={say("anchors")}
            rows={anchors.map((anchor) => ({ ...anchor, id: fromColumn(anchor.day) }))}
            columns={[
              { key: "day", head: say("day"), cell: ({ id }) => id, className: "w-32 whitespace-nowrap" },
              { key: "last", head: say("last"), cell: ({ eventId }) => String(eventId), className: "w-32" },
              { key: "count", head: say("count"), cell: ({ place }) => String(place), className: "w-32" },
              {
                key: "hash",
                head: say("hash"),
                wide: true,
                cell: ({ hash }) => <span className="break-all">{Buffer.from(hash).toString("hex")}</span>,
              },
            ]}
          />
          <a href="/admin/record/anchors" download className="texttool inline-flex min-h-11 items-center">
            {say("download")}
          </a>
        </>
      )}
    </section>
  );
}
