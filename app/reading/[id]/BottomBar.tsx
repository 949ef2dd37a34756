import { buttonClass } from "@/components/Button";
import { iconMarkup } from "@/components/iconMarkup";
import { Made } from "@/components/Made";
import { formatMoment } from "@/lib/dates";
import type { Language } from "@/lib/languages";
import { sayIn } from "@/lib/say";
import { Acknowledge } from "./Acknowledge";
import { instructAction } from "./actions";
import { InstructDialog } from "./InstructDialog";
import { StorySteps } from "./StoryPlace";

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
  previous: string | null;
  next: string | null;
  nextUnread: string | null;
  hasTray: boolean;
  locale: Language;
};

/** 已阅 is always in the same place; once pressed, the next issue that waits is there instead. */
export function BottomBar(props: Props) {
  const {
    issueId,
    me,
    earlierId,
    of,
    delivery,
    inPlaceOf,
    acknowledgedBy,
    mayInstruct,
    previous,
    next,
    nextUnread,
    hasTray,
    locale,
  } = props;
  const say = sayIn(locale, "read");
  return (
    <footer
      className={`noprint fixed inset-x-0 bottom-0 z-10 border-t border-line-2 bg-paper ${hasTray ? "min-[1000px]:left-[312px]" : ""}`}
    >
      <div className="mx-auto flex min-h-[76px] max-w-[760px] items-center gap-3 px-7 py-2 max-lg:flex-wrap max-sm:gap-2 max-sm:px-4">
        {delivery &&
          (delivery.acknowledgedAt ? (
            <>
              {nextUnread && (
                <a href={nextUnread} className={buttonClass("primary", "min-h-[60px] text-lead max-sm:min-h-[52px]")}>
                  {say("nextWaiting")}
                </a>
              )}
              <p
                role="status"
                className="flex items-center gap-2 text-green whitespace-nowrap max-lg:order-first max-lg:w-full"
              >
                <Made tag="span" className="contents" html={iconMarkup("Check", 24)} />
                {acknowledgedBy && say("byDeputy", { name: acknowledgedBy })}
                {say("acknowledged", { at: formatMoment(delivery.acknowledgedAt, locale) })}
              </p>
            </>
          ) : (
            <Acknowledge issueId={issueId} of={of} inPlaceOf={inPlaceOf} />
          ))}
        {mayInstruct && (
          <InstructDialog
            action={instructAction as never}
            hidden={{ id: issueId, of }}
            draftKey={`${me}-${issueId}-${of ?? ""}`}
            earlierKey={earlierId ? `${me}-${earlierId}-${of ?? ""}` : undefined}
            verb={say("instruct")}
          />
        )}
        <StorySteps previous={previous} next={next} />
      </div>
    </footer>
  );
}
