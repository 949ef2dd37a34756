import type { ReactNode } from "react";
import { Frame } from "@/app/(work)/Frame";
import { Sentences } from "@/components/Sentences";

/** The tray stands apart from the other pages of work: it is opened most, and carries few sentences. */
export default function TrayLayout({ children }: { children: ReactNode }) {
  return (
    <Sentences of={["error", "loading", "notices", "reading", "search"]}>
      <Frame>{children}</Frame>
    </Sentences>
  );
}
