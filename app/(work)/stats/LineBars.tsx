import { useTranslations } from "next-intl";
import type { Line } from "@/bulletin/archive/statistics/breakdowns";
import { Bars } from "./Bars";

/** The same drawing for anything that was sent and adopted. */
export function LineBars({ name, lines }: { name: string; lines: Line[] }) {
  const say = useTranslations("stats");
  const rows = lines.map(({ id, name: label, sent, adopted }) => ({ id, label, group: "", sent, adopted }));
  const common = { rows, title: name, fact: say("byOfficeFact") };
  return (
    <>
      <div className="max-sm:hidden print:block">
        <Bars {...common} width={584} />
      </div>
      <div className="sm:hidden print:hidden">
        <Bars {...common} width={358} />
      </div>
    </>
  );
}
