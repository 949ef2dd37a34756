import { ActForm } from "@/app/document/ActForm";
import { buttonClass } from "@/components/Button";
import { iconMarkup } from "@/components/iconMarkup";
import { Made } from "@/components/Made";
import { formatMoment } from "@/lib/dates";
import type { Language } from "@/lib/languages";
import { sayIn } from "@/lib/say";
import { plainInstructId } from "./plainInstruct";
import { StorySteps } from "./StorySteps";

type Props = {
  issueId: string;
  /** Who is signed in, and the edition that this one takes the place of: what was left unfinished is found by them. */
  me: string;
  earlierId: string | null;
  of: string | null;
  delivery: { acknowledgedAt: Date | null } | null;
  inPlaceOf: string | null;
  acknowledgedBy: string | null;
  mayInstruct: boolean;
  stories: number;
  previous: string | null;
  next: string | null;
  nextUnread: string | null;
  hasTray: boolean;
  locale: Language;
};

const large = "min-h-[60px] text-lead max-sm:min-h-[52px]";

/** 已阅 is always in the same place; once pressed, the next issue that waits is there instead. */
export function BottomBar(props: Props) {
  const { delivery, hasTray, mayInstruct, stories, previous, next, locale } = props;
  return (
    <footer
      data-part="foot"
      className={`noprint fixed inset-x-0 bottom-0 z-10 border-t border-line-2 bg-paper ${hasTray ? "min-[1000px]:left-[312px]" : ""}`}
    >
      <div className="mx-auto flex min-h-[76px] max-w-[760px] items-center gap-3 px-7 py-2 max-lg:flex-wrap max-sm:gap-2 max-sm:px-4">
        {delivery &&
          (delivery.acknowledgedAt ? (
            <Acknowledged {...props} at={delivery.acknowledgedAt} />
          ) : (
            <Acknowledge {...props} />
          ))}
        {mayInstruct && <Instruct {...props} />}
        <StorySteps {...{ stories, previous, next, locale }} above={Boolean(delivery?.acknowledgedAt)} />
      </div>
    </footer>
  );
}

/** 已阅, by one touch or the key Y. Its name alone is that of the act, 签收 (docs/words.md). */
function Acknowledge({ issueId, of, inPlaceOf, locale }: Props) {
  const say = sayIn(locale, "read");
  return (
    <ActForm act="acknowledge" hidden={{ id: issueId, of }} refusal="absolute inset-x-4 bottom-20 [[hidden]]:hidden">
      <button
        type="submit"
        data-key="y"
        aria-label={inPlaceOf ? say("acknowledgeFor", { name: inPlaceOf }) : say("acknowledge")}
        className={buttonClass("primary", `${large} max-sm:px-4`)}
      >
        <Made tag="span" className="contents" html={iconMarkup("Check", 24)} />
        {inPlaceOf ? say("readFor", { name: inPlaceOf }) : say("read")}
      </button>
    </ActForm>
  );
}

function Acknowledged({ nextUnread, acknowledgedBy, at, locale }: Props & { at: Date }) {
  const say = sayIn(locale, "read");
  return (
    <>
      {nextUnread && (
        <a href={nextUnread} className={buttonClass("primary", large)}>
          {say("nextWaiting")}
        </a>
      )}
      <p
        role="status"
        className="flex items-center gap-2 whitespace-nowrap text-green max-lg:order-first max-sm:grow sm:max-lg:w-full"
      >
        <Made tag="span" className="contents" html={iconMarkup("Check", 24)} />
        {acknowledgedBy && say("byDeputy", { name: acknowledgedBy })}
        {say("acknowledged", { at: formatMoment(at, locale) })}
      </p>
    </>
  );
}

/**
 * What it opens comes with the scripts (app/document/browser/InstructDialog.tsx): most who read write nothing. Without
 * scripts it leads to the form below the text.
 */
function Instruct({ issueId, me, earlierId, of, locale }: Props) {
  const verb = sayIn(locale, "read")("instruct");
  const about = {
    ...{
      act: "instruct",
      verb,
      hidden: { id: issueId, of },
      draftKey: `${me}-${issueId}-${of ?? ""}`,
    },
    ...(earlierId && { earlierKey: `${me}-${earlierId}-${of ?? ""}` }),
  };
  return (
    <form action={`#${plainInstructId}`}>
      {of && <input type="hidden" name="of" value={of} />}
      <button
        type="submit"
        data-opens="instruct"
        data-key="p"
        data-about={JSON.stringify(about)}
        aria-haspopup="dialog"
        className={buttonClass("plain", `${large} max-sm:px-4`)}
      >
        <Made tag="span" className="contents" html={iconMarkup("Pencil", 24)} />
        {verb}
      </button>
    </form>
  );
}
