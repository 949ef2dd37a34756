import type { NoticeKind } from "@/bulletin/post/noticeKinds";
import { iconMarkup } from "@/components/iconMarkup";
import { Made } from "@/components/Made";
import { noticeSentence } from "@/components/noticeSentence";
import type { Language } from "@/lib/languages";
import type { Values } from "@/lib/refusal";
import { sayIn } from "@/lib/say";

type Props = { notice: { kind: NoticeKind; values: Values; href: string }; locale: Language };

/** An issue that was before the person and is not any more; to be confirmed where it was. */
export function RecallCard({ notice, locale }: Props) {
  return (
    <a href={notice.href} className="inside flex items-start gap-3 py-5 text-lead hover:bg-sunk">
      <Made tag="span" className="mt-1 text-ochre" html={iconMarkup("TriangleAlert", 24)} />
      <span className="grow">
        <b>{noticeSentence(sayIn(locale, "notices.kinds"), locale, notice)}</b>
        <span className="block text-ink-3">{sayIn(locale, "reading")("confirmHere")}</span>
      </span>
    </a>
  );
}
