import type { ReactNode } from "react";
import { isPlainReader } from "@/bulletin/places";
import { LiveNotices } from "@/components/LiveNotices";
import { contrastChosen } from "@/lib/contrast";
import { requireActor } from "@/lib/session";
import { TopBar } from "./TopBar";

/** No loading.tsx in here: a page that streams has answered 200 before it can say that it is not there (404). */
export default async function WorkLayout({ children }: { children: ReactNode }) {
  const actor = await requireActor();
  const contrast = await contrastChosen();
  return (
    <div
      data-contrast={contrast}
      className={`flex min-h-dvh flex-col max-sm:pb-16 ${isPlainReader(actor) ? "text-lead" : ""}`}
    >
      <TopBar actor={actor} />
      <LiveNotices />
      {children}
    </div>
  );
}
