import type { ReactNode } from "react";
import { isPlainReader } from "@/bulletin/places";
import { LiveNotices } from "@/components/LiveNotices";
import { requireActor } from "@/lib/session";
import { TopBar } from "./TopBar";

/** Around the pages of whoever works here: the bar above, what is told while they are open. */
export async function Frame({ children }: { children: ReactNode }) {
  const actor = await requireActor();
  return (
    <div className={`flex min-h-dvh flex-col max-sm:pb-28 ${isPlainReader(actor) ? "text-lead" : ""}`}>
      <TopBar actor={actor} />
      <LiveNotices />
      {children}
    </div>
  );
}
