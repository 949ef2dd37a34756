"use client";

import { useRef } from "react";
import { useLive } from "@/components/useLive";
import { useReadAgain } from "@/components/useReadAgain";

/** Reads the page again when anybody changes this issue. */
export function Live({ issueId }: { issueId: string }) {
  const readAgain = useReadAgain();
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);
  const refresh = () => {
    clearTimeout(waiting.current);
    waiting.current = setTimeout(readAgain, 150);
  };
  useLive(`/issues/${issueId}/live`, refresh, refresh);
  return null;
}
