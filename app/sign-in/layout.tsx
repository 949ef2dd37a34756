import type { ReactNode } from "react";
import { Sentences } from "@/components/Sentences";

export default function SignInLayout({ children }: { children: ReactNode }) {
  return <Sentences of={["error", "password", "signIn"]}>{children}</Sentences>;
}
