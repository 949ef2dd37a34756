"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActForm } from "@/components/ActForm";
import { Notice } from "@/components/Notice";
import { verifyRecordAction } from "./actions";

type Told = { isIntact: boolean; sentence: string; findings: string[] };

/** 核验: walks the chain of the record, and says in a sentence whether it holds, or where it does not. */
export function VerifyChain() {
  const say = useTranslations("audit");
  const [told, setTold] = useState<Told | null>(null);
  return (
    <>
      <ActForm
        action={verifyRecordAction as never}
        submit={say("verify")}
        onDone={(value) => setTold(value as Told)}
        onRefused={() => setTold(null)}
      />
      {told && (
        <div className="py-3">
          <Notice kind={told.isIntact ? "info" : "failed"}>
            {told.sentence}
            {told.findings.length > 0 && (
              <ul className="pt-2">
                {told.findings.map((finding) => (
                  <li key={finding}>{finding}</li>
                ))}
              </ul>
            )}
          </Notice>
        </div>
      )}
    </>
  );
}
