import ts from 'typescript';
import {forbiddenPackages, type Layer} from './layers.ts';

/** One file of `source/`: its path below that folder, and its text. */
export type SourceFile = {readonly path: string; readonly text: string};

type Import = {readonly from: string; readonly isTypeOnly: boolean};

/** Every sentence that says what breaks the house rules; none when all is well. */
export function violations(files: readonly SourceFile[], layers: readonly Layer[]): string[] {
	return [
		...files.flatMap(file => importViolations(file, layers)),
		...files.flatMap(file => purityViolations(file, layers)),
		...files.flatMap(file => paneViolations(file)),
		...cycles(files),
	];
}

function importViolations(file: SourceFile, layers: readonly Layer[]): string[] {
	const layer = layerOf(file.path, layers);
	if (!layer) {
		return [`${file.path} lies in no room of the table`];
	}

	return importsOf(file).flatMap(each => each.from.startsWith('.')
		? roomViolation(file, layer, each)
		: packageViolation(file, layer, each.from));
}

function roomViolation(file: SourceFile, layer: Layer, each: Import): string[] {
	const room = roomOf(resolve(file.path, each.from));
	const isAllowed = room === layer.room
		|| layer.imports.includes(room)
		|| (each.isTypeOnly && layer.imports.includes(`${room}: types`));
	return isAllowed ? [] : [`${file.path} imports ${each.from}: ${layer.room} may not import ${room}${each.isTypeOnly ? '' : ' (values)'}`];
}

function packageViolation(file: SourceFile, layer: Layer, from: string): string[] {
	const name = packageName(from);
	if (forbiddenPackages.includes(name)) {
		return [`${file.path} imports ${name}: the product never does`];
	}

	const row = layer.packages.find(each => each.name === name);
	if (!row) {
		return [`${file.path} imports ${name}: ${layer.room} may not`];
	}

	const isRightFile = row.files === undefined || row.files.includes(file.path.slice(layer.room.length + 1));
	return isRightFile ? [] : [`${file.path} imports ${name}: only ${row.files.join(', ')} may`];
}

/** Reading the clock, the environment or chance, or waiting, by any of their names. */
const impureNames = new Set(['Date.now', 'performance.now', 'Math.random', 'process', 'setTimeout', 'setInterval', 'setImmediate', 'globalThis']);

function purityViolations(file: SourceFile, layers: readonly Layer[]): string[] {
	if (!layerOf(file.path, layers)?.isPure) {
		return [];
	}

	const found: string[] = [];
	visit(parse(file), node => {
		const isClock = ts.isNewExpression(node) && node.expression.getText() === 'Date' && !node.arguments?.length;
		const isImpureName = (ts.isPropertyAccessExpression(node) || (ts.isIdentifier(node) && isFreeName(node))) && impureNames.has(node.getText());
		if (isClock || isImpureName) {
			found.push(`${file.path} uses ${node.getText()}: a pure room reads no clock, no environment and starts no timer`);
		}
	});
	return found;
}

/** Panes are plain functions of their props. */
function paneViolations(file: SourceFile): string[] {
	if (!/^ui\/(?:panes|parts)\//.test(file.path)) {
		return [];
	}

	const found: string[] = [];
	visit(parse(file), node => {
		if (ts.isCallExpression(node) && /^use(?:State|Effect|LayoutEffect|Reducer)$/.test(node.expression.getText())) {
			found.push(`${file.path} calls ${node.expression.getText()}: panes hold no state and no effects`);
		}
	});
	return found;
}

/** Circles among files by value imports. */
function cycles(files: readonly SourceFile[]): string[] {
	const edges = new Map(files.map(file => [
		file.path,
		importsOf(file).filter(each => !each.isTypeOnly && each.from.startsWith('.')).map(each => resolve(file.path, each.from)),
	]));
	const found: string[] = [];
	const done = new Set<string>();
	const walk = (path: string, trail: readonly string[]): void => {
		if (trail.includes(path)) {
			found.push(`files import each other in a circle: ${[...trail.slice(trail.indexOf(path)), path].join(' -> ')}`);
			return;
		}

		if (done.has(path)) {
			return;
		}

		for (const next of edges.get(path) ?? []) {
			walk(next, [...trail, path]);
		}

		done.add(path);
	};

	for (const {path} of files) {
		walk(path, []);
	}

	return found;
}

function importsOf(file: SourceFile): Import[] {
	const found: Import[] = [];
	visit(parse(file), node => {
		if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier)) {
			found.push({from: node.moduleSpecifier.text, isTypeOnly: isTypeOnly(node)});
		}

		if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword && ts.isStringLiteral(node.arguments[0]!)) {
			found.push({from: node.arguments[0].text, isTypeOnly: false});
		}
	});
	return found;
}

function isTypeOnly(node: ts.ImportDeclaration | ts.ExportDeclaration): boolean {
	if (ts.isExportDeclaration(node)) {
		return node.isTypeOnly;
	}

	const clause = node.importClause;
	const named = clause?.namedBindings && ts.isNamedImports(clause.namedBindings) ? clause.namedBindings.elements : [];
	return clause?.phaseModifier === ts.SyntaxKind.TypeKeyword
		|| (clause?.name === undefined && named.length > 0 && named.every(each => each.isTypeOnly));
}

const parsed = new Map<string, ts.SourceFile>();

function parse({path, text}: SourceFile): ts.SourceFile {
	const key = `${path}\n${text}`;
	const known = parsed.get(key);
	if (known) {
		return known;
	}

	const tree = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS);
	parsed.set(key, tree);
	return tree;
}

function visit(node: ts.Node, see: (node: ts.Node) => void): void {
	see(node);
	ts.forEachChild(node, child => {
		visit(child, see);
	});
}

/** A name that stands alone: neither a property (`x.process`), nor a key, nor a declaration. */
function isFreeName(node: ts.Identifier): boolean {
	const {parent} = node;
	const isProperty = ts.isPropertyAccessExpression(parent) && parent.name === node;
	const isKey = (ts.isPropertyAssignment(parent) || ts.isPropertySignature(parent) || ts.isBindingElement(parent) || ts.isMethodDeclaration(parent) || ts.isPropertyDeclaration(parent)) && parent.name === node;
	return !isProperty && !isKey;
}

const roomOf = (path: string): string => path.includes('/') ? path.slice(0, path.indexOf('/')) : path.replace(/\.tsx?$/, '');

const layerOf = (path: string, layers: readonly Layer[]): Layer | undefined => layers.find(each => each.room === roomOf(path));

const packageName = (from: string): string => from.startsWith('node:') ? from.split('/', 1)[0]! : from.split('/').slice(0, from.startsWith('@') ? 2 : 1).join('/');

const resolve = (path: string, from: string): string => new URL(from, `file:///${path}`).pathname.slice(1);
