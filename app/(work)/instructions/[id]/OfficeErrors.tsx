"use client";

import { FieldError, useFieldError } from "@/components/Field";

/** What is wrong with the choice of offices, below their boxes. */
export function OfficeErrors() {
  return <FieldError name="officeIds" error={useFieldError("officeIds")} />;
}
