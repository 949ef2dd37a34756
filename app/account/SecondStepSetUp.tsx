import { getTranslations } from "next-intl/server";
import { encode } from "uqr";
import { beginSecondStepAction, confirmSecondStepAction } from "@/app/(work)/account/actions";
import { asksPassword, waitingSecondStep } from "@/bulletin/people/secondStep";
import { ActForm } from "@/components/ActForm";
import type { Actor } from "@/lib/actor";
import { sessionIdOfRequest } from "@/lib/session";
import { CodeForm } from "./CodeForm";

/** Three steps: begin, take the picture in with the telephone, show with a first code that it works. */
export async function SecondStepSetUp({ actor }: { actor: Actor }) {
  const [say, waiting, sessionId] = await Promise.all([
    getTranslations("account.step"),
    waitingSecondStep(actor),
    sessionIdOfRequest(),
  ]);
  if (!waiting)
    return <ActForm action={beginSecondStepAction as never} submit={say("begin")} tone="primary" className="py-2" />;
  const asks = !sessionId || (await asksPassword(actor, sessionId));
  return (
    <ol className="grid list-decimal gap-5 pl-5">
      <li>
        <p>{say("scan")}</p>
        <Picture text={waiting.uri} name={say("picture")} />
        <p className="text-ink-2">{say("typed")}</p>
        <p className="font-mono text-edit break-words select-all">{waiting.key}</p>
      </li>
      <li>
        <p className="mb-2">{say(asks ? "firstWithPassword" : "first")}</p>
        <CodeForm action={confirmSecondStepAction as never} submit={say("confirm")} password={asks} />
        <div className="pt-2">
          <ActForm action={beginSecondStepAction as never} submit={say("another")} />
        </div>
      </li>
    </ol>
  );
}

/** Drawn here, square by square: nothing is fetched, and nothing but this page has seen the text. */
function Picture({ text, name }: { text: string; name: string }) {
  const { data, size } = encode(text, { ecc: "M", border: 4 });
  const squares = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return (
    <svg role="img" aria-label={name} viewBox={`0 0 ${size} ${size}`} className="my-3 size-60 bg-white text-black">
      <path d={squares.join("")} fill="currentColor" shapeRendering="crispEdges" />
    </svg>
  );
}
