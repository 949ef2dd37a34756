import { getLocale, getTranslations } from "next-intl/server";
import { formatMoment } from "@/lib/dates";
import type { Fate } from "./FatePage";

const done = ["publish", "decline"];

/** Every step with who and when, and the words that were said. */
export async function History({ fate: { item } }: { fate: Fate }) {
  const [say, reason, locale] = await Promise.all([
    getTranslations("history"),
    getTranslations("declineReasons"),
    getLocale(),
  ]);
  const steps = item.events;
  return (
    <section className="border-line-2 px-8 py-5 max-sm:px-4 lg:border-r">
      <h2 className="mb-3 font-bold">{say("title")}</h2>
      <ol>
        {steps.map(({ id, at, act, actorName, detail }, index) => {
          const told = detail as { words?: string; reason?: string; changes?: number; number?: number; phone?: string };
          const isLast = index === steps.length - 1;
          return (
            <li key={String(id)} className="relative grid grid-cols-[14px_1fr] gap-x-3 pb-4">
              {!isLast && <span aria-hidden className="absolute top-[48px] -bottom-[37px] left-[5px] w-px bg-line-2" />}
              <span
                aria-hidden
                className={`mt-[37px] size-[11px] rounded-full border ${done.includes(act) ? "border-green bg-green" : isLast ? "border-ink bg-ink" : "border-ink-2 bg-paper"}`}
              />
              <div>
                <p className="text-ink-3">{formatMoment(at, locale, { record: true })}</p>
                <p>
                  <b className={act === "publish" ? "text-green" : ""}>
                    {say(`acts.${act}` as "acts.submit", { count: told.changes ?? 0, number: told.number ?? 0 })}
                  </b>
                  <span className="ml-2 text-ink-2">{actorName}</span>
                </p>
                {act === "decline" && told.reason && <p className="text-ink-2">{reason(told.reason as "duplicate")}</p>}
                {told.words && <p className="border-l-2 border-ochre pl-2">{told.words}</p>}
                {told.phone && ["return", "decline", "officeReturn"].includes(act) && (
                  <p className="text-ink-3">{say("ask", { phone: told.phone })}</p>
                )}
              </div>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
