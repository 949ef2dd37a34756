"use client";

import { useRouter } from "next/navigation";
import { TruePages } from "./pages/TruePages";

type Props = { issueId: string; version: number; inWork: boolean; entries: { id: string; title: string }[] };

/** The pages beside the board: a click on a paragraph opens it for editing. */
export function BoardPages({ issueId, version, inWork, entries }: Props) {
  const router = useRouter();
  return (
    <TruePages
      issueId={issueId}
      version={version}
      inWork={inWork}
      entries={entries}
      onOpen={({ entry, block }) =>
        router.push(`/issues/${issueId}/entries/${entry}${block === null ? "" : `?block=${block}`}`)
      }
    />
  );
}
