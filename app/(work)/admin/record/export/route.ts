import { pipeline, Readable } from "node:stream";
import { stringify } from "csv-stringify";
import { getTranslations } from "next-intl/server";
import { exportRecord, recordFilter } from "@/bulletin/people/record";
import { formatStamp, today } from "@/lib/dates";
import { dispositionOf } from "@/lib/disposition";
import { reading } from "@/lib/handler";
import { log } from "@/lib/log";
import { aboutOf, actName, recordWords, subjectsIn, whoOf } from "../words";

const columns = ["id", "at", "who", "act", "refused", "about", "named", "item", "issue", "subject"] as const;

export const dynamic = "force-dynamic";

/** What the auditor has found, as CSV, a batch at a time: its size does not matter. That it was taken is recorded. */
export async function GET(request: Request): Promise<Response> {
  // A link checker asks for the head alone: nothing leaves, and nothing is to be recorded.
  if (request.method === "HEAD") return new Response(null, { status: 405 });
  return reading(async (actor) => {
    const filter = recordFilter.parse(Object.fromEntries(new URL(request.url).searchParams));
    const [say, words] = await Promise.all([getTranslations("audit"), recordWords()]);
    const batches = exportRecord(actor, filter);
    // The right is asked with the first batch: a refusal is to be an answer, not a file that breaks off.
    const first = await batches.next();
    async function* rows() {
      yield columns.map((key) => say(`columns.${key}`));
      for (let next = first; !next.done; next = await batches.next()) {
        const { events, subjects } = next.value;
        for (const event of events) {
          const { id, at, act, refused, detail, itemId, issueId, subjectId } = event;
          yield [
            String(id),
            formatStamp(at),
            whoOf(event, words),
            actName(act, words),
            refused ? say("yes") : "",
            aboutOf(detail, words, subjects),
            subjectsIn(event, subjects, words)
              .map(({ name }) => name)
              .join("　"),
            itemId ?? "",
            issueId ?? "",
            subjectId ?? "",
          ];
        }
      }
    }
    // A cell that begins like a formula is one for a spreadsheet: people's words are in here.
    const csv = stringify({ bom: true, escape_formulas: true, record_delimiter: "windows" });
    // What ends the rows ends the file, too: the browser says that it is not whole. Who goes away ends the rows.
    pipeline(Readable.from(told(rows())), csv, () => {});
    return new Response(Readable.toWeb(csv) as ReadableStream, {
      headers: {
        "cache-control": "private, no-store",
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": dispositionOf(`${say("file")} ${today()}.csv`, "attachment"),
        "x-content-type-options": "nosniff",
      },
    });
  });
}

/** The answer has gone out by then: that a file broke off is told by the log alone. */
async function* told<T>(rows: AsyncIterable<T>): AsyncGenerator<T> {
  try {
    yield* rows;
  } catch (error) {
    log.error({ error }, "taking the record out broke off");
    throw error;
  }
}
