import { accounts } from "./zh-CN/accounts";
import { archive } from "./zh-CN/archive";
import { backups } from "./zh-CN/backups";
import { desk } from "./zh-CN/desk";
import { entrance } from "./zh-CN/entrance";
import { importing } from "./zh-CN/importing";
import { intake } from "./zh-CN/intake";
import { merging } from "./zh-CN/merging";
import { notices } from "./zh-CN/notices";
import { pen } from "./zh-CN/pen";
import { people } from "./zh-CN/people";
import { points } from "./zh-CN/points";
import { post } from "./zh-CN/post";
import { register } from "./zh-CN/register";
import { search } from "./zh-CN/search";
import { shared } from "./zh-CN/shared";
import { stats } from "./zh-CN/stats";
import { web } from "./zh-CN/web";

/** Every sentence that a person reads, in Chinese first. */
const messages = {
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
