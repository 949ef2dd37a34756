import type { ReactNode } from "react";
import { iconMarkup } from "@/components/iconMarkup";
import { Made } from "@/components/Made";

type Props = {
  act: string;
  /** Where it is sent; the address of the page unless named. */
  to?: string;
  hidden?: Record<string, string | number | null>;
  /** Where a refusal is said; without it the page is read again and shows how things stand. */
  refusal?: string;
  className?: string;
  children: ReactNode;
};

/** A form of one act in a document: sent by the browser, or in place by the scripts (app/document/browser/acts.ts). */
export function ActForm({ act, to = "", hidden = {}, refusal, className, children }: Props) {
  return (
    <form method="post" action={to} data-act={act} className={className}>
      <input type="hidden" name="act" value={act} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={String(value ?? "")} />
      ))}
      {children}
      {refusal !== undefined && (
        <div
          data-refusal
          hidden
          role="alert"
          className={`flex items-start gap-3 border border-line-2 border-l-4 border-l-ochre bg-warn px-4 py-2.5 ${refusal}`}
        >
          <Made tag="span" className="mt-[3px] text-ochre" html={iconMarkup("X", 20)} />
          <span data-sentence className="grow" />
        </div>
      )}
    </form>
  );
}
