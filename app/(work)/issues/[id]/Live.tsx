"use client";

import { useRouter } from "next/navigation";
import { useRef } from "react";
import { useLive } from "@/components/useLive";

/** Reads the page again when anybody changes this issue. */
export function Live({ issueId }: { issueId: string }) {
  const router = useRouter();
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);
  const refresh = () => {
    clearTimeout(waiting.current);
    waiting.current = setTimeout(() => router.refresh(), 150);
  };
  useLive(`/issues/${issueId}/live`, refresh, refresh);
  return null;
}
