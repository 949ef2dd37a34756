import { confirmNoticeAction } from "@/app/(work)/notices/actions";
import { acting } from "@/app/document/acting";
import { showing } from "@/app/document/showing";
import { trayFilter } from "@/bulletin/post/reading";
import {
  acknowledgeAction,
  instructAction,
  openAction,
  rewriteAction,
  takeNumberAction,
  withdrawInstructionAction,
} from "./actions";
import { instructAgain } from "./instructAgain";
import { chooseContrast, chooseSize } from "./look";
import { readingPage } from "./readingPage";

type Given = { params: Promise<{ id: string }> };

/** One issue, to be read (readingPage.tsx). */
export async function GET(request: Request, { params }: Given): Promise<Response> {
  const { id } = await params;
  const { of } = trayFilter.parse(Object.fromEntries(new URL(request.url).searchParams));
  return showing(request, (given) => readingPage({ ...given, id, of }));
}

/** What is done on that page. */
export async function POST(request: Request): Promise<Response> {
  const { pathname, search } = new URL(request.url);
  const acts = {
    ...{ open: openAction, takeNumber: takeNumberAction, acknowledge: acknowledgeAction },
    ...{ instruct: instructAction, rewrite: rewriteAction, withdrawInstruction: withdrawInstructionAction },
    ...{ confirmNotice: confirmNoticeAction, size: chooseSize, contrast: chooseContrast },
  };
  return acting(request, acts, `${pathname}${search}`, { instruct: instructAgain });
}
