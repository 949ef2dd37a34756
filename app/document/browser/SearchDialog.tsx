import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { paletteClass } from "@/components/box";
import { SearchPalette } from "@/components/SearchPalette";

/** The one box (components/SearchBox.tsx), opened over a document. */
export function SearchDialog({ accountId }: { accountId: string }) {
  const say = useTranslations("search");
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} aria-label={say("title")} className={paletteClass}>
      <SearchPalette accountId={accountId} close={() => dialog.current?.close()} />
    </dialog>
  );
}
