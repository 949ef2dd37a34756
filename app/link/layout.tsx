import type { Metadata } from "next";
import type { ReactNode } from "react";
import { Sentences } from "@/components/Sentences";
import { secretAddress } from "@/lib/guards";

/** What the page itself says of it must not undo what its answer says. */
export const metadata: Metadata = { referrer: secretAddress.referrer[1] };

export default function LinkLayout({ children }: { children: ReactNode }) {
  return <Sentences of={["account", "error", "password", "tried"]}>{children}</Sentences>;
}
