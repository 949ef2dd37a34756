"use client";

import { type Attached, FileList } from "@/components/FileList";
import { detachAction } from "./actions";

type Props = { itemId: string; initial: Attached[]; ready: () => Promise<boolean> };

/** Files that go with an item. The draft is saved first, so that there is something to attach them to. */
export function Attachments({ itemId, initial, ready }: Props) {
  return (
    <FileList
      to="/attachments"
      under={{ itemId }}
      at="/attachments"
      initial={initial}
      detach={detachAction as never}
      ready={ready}
    />
  );
}
