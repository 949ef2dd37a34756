"use server";

import { forgetSearch, forgetSearchSchema, saveSearch, saveSearchSchema } from "@/bulletin/archive/search/saved";
import { action } from "@/lib/action";

export const saveSearchAction = action("saveSearch", saveSearchSchema, saveSearch);
export const forgetSearchAction = action("forgetSearch", forgetSearchSchema, forgetSearch);
