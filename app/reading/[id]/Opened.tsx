"use client";

import { useEffect } from "react";
import { openAction } from "./actions";

/** Posts that the reader has the page in front of them. Opening the address alone records nothing. */
export function Opened({ issueId, of }: { issueId: string; of: string | null }) {
  useEffect(() => {
    void openAction({ id: issueId, of });
  }, [issueId, of]);
  return null;
}
