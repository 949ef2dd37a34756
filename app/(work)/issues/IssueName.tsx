import { useTranslations } from "next-intl";
import { editionWords } from "@/components/editionWords";

type Named = {
  publication: { name: string };
  number: number | null;
  tentative: number | null;
  year: number;
  series: "regular" | "supplement";
  edition?: number;
  lastNumber?: number | null;
};

/** 工作周报 第 19 期（拟）: the number stays tentative until sign-off. */
export function IssueName({ issue }: { issue: Named }) {
  const say = useTranslations("issueName");
  const { publication, number, tentative, series, edition = 1, lastNumber } = issue;
  return (
    <span className="inline-flex flex-wrap items-baseline gap-x-3">
      <span className="font-serif font-black text-vermilion">{publication.name}</span>
      <b className="font-serif">
        {say(series, { number: lastNumber ? `${number}—${lastNumber}` : (number ?? tentative ?? 0) })}
        {edition > 1 && <span className="ml-2">{editionWords(say, edition)}</span>}
        {number === null && <span className="ml-1 font-sans font-normal text-ink-3">{say("tentative")}</span>}
      </b>
    </span>
  );
}
