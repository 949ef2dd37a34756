"use server";

import { keepLevels, levelsForm } from "@/bulletin/archive/relays/levels";
import {
  changeRelay,
  changeRelaySchema,
  recordRelay,
  relaySchema,
  withdrawRelay,
  withdrawRelaySchema,
} from "@/bulletin/archive/relays/relay";
import { action } from "@/lib/action";

export const recordRelayAction = action("recordRelay", relaySchema, recordRelay);
export const changeRelayAction = action("changeRelay", changeRelaySchema, changeRelay);
export const withdrawRelayAction = action("withdrawRelay", withdrawRelaySchema, withdrawRelay);
export const keepLevelsAction = action("keepLevels", levelsForm, keepLevels);
