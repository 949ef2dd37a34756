"use client";

import { CircleHelp } from "lucide-react";
import { useTranslations } from "next-intl";
import { ActForm } from "@/components/ActForm";
import { flagAction } from "./actions";

/** Above 采用, where an item is marked as needing a check: adopting it stays possible, but not without having been told. */
export function CheckFirst({ itemId }: { itemId: string }) {
  const say = useTranslations("desk.pane");
  return (
    <div className="flex items-start gap-2">
      <CircleHelp size={20} className="mt-[3px] text-ochre" aria-hidden />
      <div>
        <p className="inline text-ochre">{say("checkFirst")}</p>
        <ActForm
          action={() => flagAction({ id: itemId, flag: "needsCheck", on: false })}
          submit={say("checked")}
          tone="text"
          className="inline"
        />
      </div>
    </div>
  );
}
