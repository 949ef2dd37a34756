"use client";

import { CircleHelp } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { Button } from "@/components/Button";
import { flagAction } from "./actions";

/** Above 采用, where an item is marked as needing a check: adopting it stays possible, but not without having been told. */
export function CheckFirst({ itemId }: { itemId: string }) {
  const say = useTranslations("desk.pane");
  const router = useRouter();

  async function checked() {
    await flagAction({ id: itemId, flag: "needsCheck", on: false });
    router.refresh();
  }

  return (
    <div className="flex items-start gap-2 text-ochre">
      <CircleHelp size={20} className="mt-[3px]" aria-hidden />
      <p>
        {say("checkFirst")}
        <Button tone="text" className="text-ink" onClick={() => void checked()}>
          {say("checked")}
        </Button>
      </p>
    </div>
  );
}
