"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { openAction, takeNumberAction } from "./actions";

type Props = { issueId: string; of: string | null; opens: boolean; needsNumber: boolean };

/**
 * Posts that the reader has the page in front of them: opening the address alone records nothing. Where
 * copies are traced, what is before them is one, and gets its number.
 */
export function Opened({ issueId, of, opens, needsNumber }: Props) {
  const router = useRouter();
  useEffect(() => {
    if (opens) void openAction({ id: issueId, of });
  }, [issueId, of, opens]);
  useEffect(() => {
    if (needsNumber) void takeNumberAction({ id: issueId }).then(() => router.refresh());
  }, [issueId, needsNumber, router]);
  return null;
}
