import { getLocale, getTranslations } from "next-intl/server";
import { pressFaces } from "@/bulletin/press/faces";
import { Notice } from "@/components/Notice";
import { Table } from "@/components/Table";
import type { Actor } from "@/lib/actor";
import { listed } from "@/lib/listed";

const command = "npm run bianfa -- faces";

/** The faces of the printed page: which is looked for, which is really used. */
export async function FacesPart({ actor }: { actor: Actor }) {
  const [say, locale] = await Promise.all([getTranslations("admin"), getLocale()]);
  const { folder, fault, roles, own, lacking, unreadable } = pressFaces(actor);
  const lacks = listed(
    lacking.map((role) => say(`faceRoles.${role}`)),
    locale,
  );
  return (
    <>
      <p className="py-3 text-ink-3 wrap-anywhere">
        {own.length ? say("facesOwn", { folder, faces: listed(own, locale) }) : say("facesNoOwn", { folder })}
      </p>
      {fault && (
        <div className="pb-4">
          <Notice kind="failed">{say("templateFault", fault)}</Notice>
        </div>
      )}
      {lacking.length > 0 && (
        <div className="pb-4">
          <Notice kind="warning">{say("facesLacking", { roles: lacks, command })}</Notice>
        </div>
      )}
      <Table
        caption={say("faces")}
        rows={roles}
        columns={[
          {
            key: "role",
            head: say("faceRole"),
            cell: ({ id }) => <b>{say(`faceRoles.${id}`)}</b>,
            className: "w-28 whitespace-nowrap",
          },
          {
            key: "used",
            head: say("faceUsed"),
            cell: ({ used }) => used?.family ?? <span className="text-ink-3">{say("faceOfTheLine")}</span>,
          },
          { key: "origin", head: say("faceOrigin"), cell: ({ used }) => used && say(`faceOrigins.${used.origin}`) },
          {
            key: "file",
            head: say("faceFile"),
            wide: true,
            cell: ({ used }) => used && say("faceFiles", { file: used.files[0] ?? "", others: used.files.length - 1 }),
          },
          {
            key: "wished",
            head: say("faceWished"),
            wide: true,
            cell: ({ wished }) => <span className="text-ink-3">{listed(wished, locale)}</span>,
            className: "w-[45%]",
          },
        ]}
      />
      {unreadable.length > 0 && (
        <section className="pt-8">
          <h2 className="font-serif text-lead font-bold">{say("facesUnreadable")}</h2>
          <Table
            caption={say("facesUnreadable")}
            rows={unreadable}
            columns={[
              { key: "file", head: say("faceFile"), cell: ({ id }) => id, className: "wrap-anywhere" },
              { key: "reason", head: say("faceReason"), cell: ({ reason }) => say(`faceReasons.${reason}`) },
            ]}
          />
        </section>
      )}
    </>
  );
}
