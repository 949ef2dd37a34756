import { accounts } from "./zh-CN/accounts";
import { archive } from "./zh-CN/archive";
import { desk } from "./zh-CN/desk";
import { entrance } from "./zh-CN/entrance";
import { intake } from "./zh-CN/intake";
import { notices } from "./zh-CN/notices";
import { pen } from "./zh-CN/pen";
import { people } from "./zh-CN/people";
import { points } from "./zh-CN/points";
import { post } from "./zh-CN/post";
import { register } from "./zh-CN/register";
import { search } from "./zh-CN/search";
import { shared } from "./zh-CN/shared";
import { stats } from "./zh-CN/stats";

/** Every sentence that a person reads, in Chinese first. */
const messages = {
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
