import { desk } from "./zh-CN/desk";
import { entrance } from "./zh-CN/entrance";
import { intake } from "./zh-CN/intake";
import { people } from "./zh-CN/people";
import { post } from "./zh-CN/post";
import { shared } from "./zh-CN/shared";

/** Every sentence that a person reads, in Chinese first. */
const messages = { ...shared, ...entrance, ...intake, ...desk, ...post, ...people };

export default messages;
