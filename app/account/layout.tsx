import type { ReactNode } from "react";
import { Sentences } from "@/components/Sentences";

export default function AccountLayout({ children }: { children: ReactNode }) {
  return <Sentences of={["account", "error", "password", "tried"]}>{children}</Sentences>;
}
