import type { ReactNode } from "react";
import { Sentences } from "@/components/Sentences";

export default function ReadingLayout({ children }: { children: ReactNode }) {
  return <Sentences of={["dialog", "error", "instruct", "notices", "pen", "read", "search"]}>{children}</Sentences>;
}
