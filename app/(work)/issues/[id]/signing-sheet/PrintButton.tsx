"use client";

import { Button } from "@/components/Button";

export function PrintButton({ label }: { label: string }) {
  return (
    <Button tone="primary" onClick={() => window.print()}>
      {label}
    </Button>
  );
}
