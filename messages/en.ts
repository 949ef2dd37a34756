import { accounts } from "./en/accounts";
import { archive } from "./en/archive";
import { desk } from "./en/desk";
import { entrance } from "./en/entrance";
import { intake } from "./en/intake";
import { notices } from "./en/notices";
import { pen } from "./en/pen";
import { people } from "./en/people";
import { points } from "./en/points";
import { post } from "./en/post";
import { register } from "./en/register";
import { search } from "./en/search";
import { shared } from "./en/shared";
import { stats } from "./en/stats";
import type { Sentences } from "./sentences";
import type zh from "./zh-CN";

/** Every sentence that a person reads, in English. */
const messages: Sentences<typeof zh> = {
  ...shared,
  ...entrance,
  ...intake,
  ...desk,
  ...post,
  ...notices,
  ...register,
  ...people,
  ...pen,
  ...archive,
  ...points,
  ...stats,
  ...search,
  ...accounts,
};

export default messages;
