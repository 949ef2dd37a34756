import type { ReactNode } from "react";
import { buttonClass } from "@/components/Button";
import { ActForm } from "./ActForm";

type Props = {
  id: string;
  act: string;
  verb: string;
  hidden: Record<string, string | number | null>;
  cancel: string;
  children: ReactNode;
};

/** As components/ActDialog.tsx in a document: opened and closed by the browser itself (invoker commands) or the scripts. */
export function ActDialog({ id, act, verb, hidden, cancel, children }: Props) {
  return (
    <>
      <button
        type="button"
        data-shows={id}
        {...{ command: "show-modal", commandfor: id }}
        aria-haspopup="dialog"
        className={buttonClass("text")}
      >
        {verb}
      </button>
      <dialog
        id={id}
        aria-labelledby={`${id}-title`}
        className="m-auto w-[min(520px,calc(100vw-32px))] border border-ink bg-sheet px-6 pt-6 pb-3 text-left text-ink"
      >
        <h2 id={`${id}-title`} className="mb-3 text-lead font-bold">
          {verb}
        </h2>
        <ActForm act={act} hidden={hidden} refusal="my-2 [[hidden]]:hidden">
          {children}
          <div className="sticky bottom-0 z-10 mt-2 flex justify-end gap-3 bg-sheet py-3">
            <button
              type="button"
              data-closes
              {...{ command: "close", commandfor: id }}
              className={buttonClass("plain")}
            >
              {cancel}
            </button>
            <button type="submit" className={buttonClass("primary")}>
              {verb}
            </button>
          </div>
        </ActForm>
      </dialog>
    </>
  );
}
