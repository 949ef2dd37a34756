import { useState } from "react";
import type { Outcome } from "@/lib/action";

/**
 * The first stamp; once the form has been taken and the page was read again (`read`), that of what it made. What is read
 * later is somebody else's.
 */
export function useShown(seen: string | undefined, read: Outcome | null): string | undefined {
  const [shown, setShown] = useState(seen);
  const [taken, setTaken] = useState<Outcome | null>(null);
  if (read?.ok && read !== taken) {
    setTaken(read);
    setShown(seen);
  }
  return shown;
}
