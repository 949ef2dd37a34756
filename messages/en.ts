import { accounts } from "./en/accounts";
import { archive } from "./en/archive";
import { backups } from "./en/backups";
import { desk } from "./en/desk";
import { entrance } from "./en/entrance";
import { importing } from "./en/importing";
import { intake } from "./en/intake";
import { merging } from "./en/merging";
import { notices } from "./en/notices";
import { pen } from "./en/pen";
import { people } from "./en/people";
import { points } from "./en/points";
import { post } from "./en/post";
import { register } from "./en/register";
import { search } from "./en/search";
import { shared } from "./en/shared";
import { stats } from "./en/stats";
import { web } from "./en/web";
import type { Sentences } from "./sentences";
import type zh from "./zh-CN";

/** Every sentence that a person reads, in English. */
const messages: Sentences<typeof zh> = {
  ...shared,
  ...backups,
  ...entrance,
  ...intake,
  ...desk,
  ...merging,
  ...post,
  ...notices,
  ...register,
  ...people,
  ...pen,
  ...archive,
  ...importing,
  ...points,
  ...stats,
  ...search,
  ...web,
  ...accounts,
};

export default messages;
