import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { signingSheetOf } from "@/bulletin/post/paper";
import { PageBar, PageTitle } from "@/components/PageBar";
import { formatMasthead, fromColumn } from "@/lib/dates";
import { requireActor } from "@/lib/session";
import { seen } from "@/lib/sight";
import { PrintButton } from "./PrintButton";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("signingSheet"))("title") };
}

/** The sheet on which whoever receives a copy signs (签收单), for the printer: A4, a row of 12 mm for each hand. */
export default async function SigningSheetPage({ params }: { params: Promise<{ id: string }> }) {
  const [actor, { id }, say, name] = await Promise.all([
    requireActor(),
    params,
    getTranslations("signingSheet"),
    getTranslations("issueName"),
  ]);
  const sheet = await seen(signingSheetOf(actor, id));
  const { publication, series, number, year, date, paperCopies, deliveries } = sheet;
  const rows = [
    ...paperCopies.map(({ id: row, label, line }) => ({ id: row, label, how: say("paper", { line }) })),
    ...deliveries.map(({ id: row, account, acknowledgedAt }) => ({
      id: row,
      label: `${account.name}　${account.office.shortName}`,
      how: acknowledgedAt ? say("acknowledged") : say("electronic"),
    })),
  ];
  return (
    <main className="grow">
      <div className="noprint">
        <PageBar
          back={{ href: `/issues/${id}/receipts`, label: say("back") }}
          acts={<PrintButton label={say("print")} />}
        >
          <PageTitle>{say("title")}</PageTitle>
        </PageBar>
      </div>
      <div className="mx-auto max-w-[186mm] bg-sheet px-6 py-8 print:max-w-none print:bg-white print:p-0">
        <h1 className="headline text-center text-headline">{say("heading", { publication: publication.name })}</h1>
        <p className="mb-4 flex justify-between pt-3 font-serif">
          <span>{`${year}${say("year")}${name(series, { number: number ?? 0 })}`}</span>
          <span>{publication.issuer}</span>
          <span>{date && formatMasthead(fromColumn(date))}</span>
        </p>
        <table className="w-full border-collapse font-serif">
          <thead className="table-header-group">
            <tr>
              {(["order", "addressee", "how", "signature", "time"] as const).map((each) => (
                <th key={each} scope="col" className="border border-ink px-2 py-1 font-bold sm:whitespace-nowrap">
                  {say(each)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ id: row, label, how }, at) => (
              <tr key={row} className="h-[12mm] break-inside-avoid">
                <td className="border border-ink text-center whitespace-nowrap sm:w-[14mm]">{at + 1}</td>
                <td className="border border-ink px-2">{label}</td>
                <td className="border border-ink px-2 text-center sm:w-[26mm]">{how}</td>
                <td className="border border-ink sm:w-[42mm]" />
                <td className="border border-ink sm:w-[34mm]" />
              </tr>
            ))}
          </tbody>
        </table>
        <p className="pt-3 font-serif">{say("count", { count: rows.length })}</p>
      </div>
    </main>
  );
}
