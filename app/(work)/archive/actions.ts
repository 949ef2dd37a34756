"use server";

import {
  addressIssue,
  addressSchema,
  addressYear,
  addressYearSchema,
  unarchive,
  unarchiveSchema,
} from "@/bulletin/archive/import/address";
import { archiveImport, archiveSchema } from "@/bulletin/archive/import/archive";
import { archiveMany, manySchema } from "@/bulletin/archive/import/archiveMany";
import { correctImport, correctionSchema } from "@/bulletin/archive/import/correct";
import { pasteSchema, takePasted } from "@/bulletin/archive/import/paste";
import { forgetProfile, forgetSchema } from "@/bulletin/archive/import/profiles";
import {
  discardImport,
  discardSchema,
  sayIssue,
  sayIssueSchema,
  sayPublication,
  sayPublicationSchema,
} from "@/bulletin/archive/import/say";
import { action } from "@/lib/action";

export const pasteAction = action("importFile", pasteSchema, takePasted);
export const correctImportAction = action("correctImport", correctionSchema, correctImport);
export const sayIssueAction = action("correctImport", sayIssueSchema, sayIssue);
export const sayPublicationAction = action("correctImport", sayPublicationSchema, sayPublication);
export const archiveAction = action("archive", archiveSchema, archiveImport);
export const archiveManyAction = action("archive", manySchema, archiveMany);
export const forgetProfileAction = action("forgetImportProfile", forgetSchema, forgetProfile);
export const discardImportAction = action("discardImport", discardSchema, discardImport);
export const addressAction = action("address", addressSchema, addressIssue);
export const addressYearAction = action("address", addressYearSchema, addressYear);
export const unarchiveAction = action("unarchive", unarchiveSchema, unarchive);
