import type { ReactNode } from "react";
import { Sentences } from "@/components/Sentences";
import { Frame } from "./Frame";

/** No loading.tsx in here: a page that streams has answered 200 before it can say that it is not there (404). */
export default function WorkLayout({ children }: { children: ReactNode }) {
  return (
    <Sentences of="all">
      <Frame>{children}</Frame>
    </Sentences>
  );
}
