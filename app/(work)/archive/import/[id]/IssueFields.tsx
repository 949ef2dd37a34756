import Link from "next/link";
import { getTranslations } from "next-intl/server";
import type { Settled } from "@/bulletin/archive/import/given";
import type { Waiting } from "@/bulletin/archive/import/waiting";
import { Checkbox, SelectField, TextField } from "@/components/Field";
import { Notice } from "@/components/Notice";
import { IssueSign } from "@/components/StateSign";
import { formatMasthead } from "@/lib/dates";
import { KeepFields } from "./KeepFields";

type Props = {
  id: string;
  version: number;
  at: number;
  said: Settled;
  same: Waiting["issues"][number]["same"];
  mayChange: boolean;
};

/** Number and date of one issue: as they were read, to be put right by hand; what bears the same number already. */
export async function IssueFields({ id, version, at, said, same, mayChange }: Props) {
  const [say, name] = await Promise.all([getTranslations("imports"), getTranslations("issueName")]);
  const { series, number, lastNumber, total, date, leftOut, missing } = said;
  const archived = same.find(({ importId }) => importId === id);
  if (!mayChange)
    return (
      <p className="border-b border-line-2 py-3">
        <b className="mr-4">{number && name(series, { number: lastNumber ? `${number}—${lastNumber}` : number })}</b>
        {date && formatMasthead(date)}
        {leftOut && <span className="ml-4 text-ink-3">{say("leftOut")}</span>}
        {archived && (
          <Link prefetch={false} href={`/issues/${archived.id}`} className="texttool ml-4">
            {say("lookIssue")}
          </Link>
        )}
      </p>
    );
  return (
    <section id="fields" className="scroll-mt-4 border-b border-line-2 py-4" aria-label={say("fields")}>
      {missing.length > 0 && (
        <div className="pb-3">
          <Notice kind="warning">
            {say(missing.length === 2 ? "missingBoth" : `missing.${missing[0] ?? "number"}`)}
          </Notice>
        </div>
      )}
      {same.map((issue) => (
        <div key={issue.id} className="pb-3">
          <Notice
            kind="warning"
            act={
              <Link
                prefetch={false}
                href={`/issues/${issue.id}`}
                className="texttool inline-flex min-h-11 items-center"
              >
                {say("sameLook")}
              </Link>
            }
          >
            <span className="mr-3">{say("same")}</span>
            <IssueSign state={issue.state} />
          </Notice>
        </div>
      ))}
      <KeepFields id={id} version={version} at={at} said={JSON.stringify(said)} submit={say("keepFields")}>
        <div className="grid w-full grid-cols-2 gap-3 sm:grid-cols-[1fr_1fr_1fr_1fr_1.4fr]">
          <SelectField
            name="series"
            label={say("series")}
            defaultValue={series}
            options={[
              { value: "regular", label: say("regular") },
              { value: "supplement", label: say("supplement") },
            ]}
          />
          <TextField name="number" inputMode="numeric" label={say("number")} defaultValue={number ?? ""} />
          <TextField name="lastNumber" inputMode="numeric" label={say("lastNumber")} defaultValue={lastNumber ?? ""} />
          <TextField name="total" inputMode="numeric" label={say("total")} defaultValue={total ?? ""} />
          <TextField name="date" type="date" label={say("date")} defaultValue={date ?? ""} />
        </div>
        <Checkbox name="leftOut" label={say("leaveOut")} defaultChecked={leftOut} />
      </KeepFields>
    </section>
  );
}
