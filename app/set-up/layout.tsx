import type { ReactNode } from "react";
import { Sentences } from "@/components/Sentences";

export default function SetUpLayout({ children }: { children: ReactNode }) {
  return <Sentences of="all">{children}</Sentences>;
}
