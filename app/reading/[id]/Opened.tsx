"use client";

import { useEffect } from "react";
import { openAction } from "./actions";

/** Posts that the reader has the page in front of them. Opening the address alone records nothing. */
export function Opened({ issueId }: { issueId: string }) {
  useEffect(() => {
    void openAction({ id: issueId });
  }, [issueId]);
  return null;
}
