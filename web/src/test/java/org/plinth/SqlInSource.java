package org.plinth;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Reads sources as the compiler does, and finds what a statement is made of. A constant is a literal, an upper-case
 * constant whose own value is one, or a concatenation or a choice of constants.
 */
final class SqlInSource {

    /** Who takes SQL, or a name of SQL, as the first argument. */
    private static final Set<String> TAKES_SQL = Set.of(
            "createQuery",
            "createUpdate",
            "createBatch",
            "createScript",
            "createCall",
            "prepareBatch",
            "prepareStatement",
            "prepareCall",
            "nativeSQL",
            "addBatch",
            "executeQuery",
            "executeUpdate",
            "executeLargeUpdate");
    /** The same where the receiver is a transaction, a statement or a row of the store. */
    private static final Map<String, Set<String>> TAKES_SQL_OF = Map.of(
            "list", Set.of("tx"),
            "one", Set.of("tx"),
            "stream", Set.of("tx"),
            "update", Set.of("tx"),
            "execute", Set.of("statement", "handle"),
            "of", Set.of("Row"));

    private final Map<String, ExpressionTree> constants = new TreeMap<>();
    private final Set<String> made = new TreeSet<>();
    /** {@code Class.method} to the place of a parameter that becomes part of a statement: its callers are looked at. */
    private final Map<String, Integer> handedOn = new TreeMap<>();

    private int looked;

    /** Of all sources below this folder. */
    static SqlInSource under(Path folder) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        SqlInSource found = new SqlInSource();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
                Stream<Path> sources = Files.walk(folder)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null,
                    files,
                    null,
                    null,
                    null,
                    files.getJavaFileObjectsFromPaths(
                            sources.filter(path -> path.toString().endsWith(".java"))
                                    .toList()));
            Iterable<? extends CompilationUnitTree> units = task.parse();
            units.forEach(unit -> unit.accept(found.new Constants(), ""));
            units.forEach(unit -> unit.accept(found.new Statements(), ""));
            found.made.clear();
            // Again, now that it is known which private methods hand a parameter on.
            found.looked = 0;
            units.forEach(unit -> unit.accept(found.new Statements(), ""));
        }
        return found;
    }

    /** {@code Class.method: expression} of every statement that is made of more than constants. */
    Set<String> made() {
        return made;
    }

    /** How many statements were looked at. */
    int looked() {
        return looked;
    }

    private boolean isConstant(ExpressionTree tree, String owner) {
        if (tree instanceof LiteralTree) {
            return true;
        }
        if (tree instanceof ParenthesizedTree inside) {
            return isConstant(inside.getExpression(), owner);
        }
        if (tree instanceof BinaryTree both) {
            return both.getKind() == Tree.Kind.PLUS
                    && isConstant(both.getLeftOperand(), owner)
                    && isConstant(both.getRightOperand(), owner);
        }
        if (tree instanceof ConditionalExpressionTree choice) {
            return isConstant(choice.getTrueExpression(), owner) && isConstant(choice.getFalseExpression(), owner);
        }
        if (tree instanceof IdentifierTree name) {
            return isConstantName(owner + "." + name.getName(), owner);
        }
        if (tree instanceof MethodInvocationTree call && call.getMethodSelect() instanceof MemberSelectTree select) {
            return select.getIdentifier().contentEquals("formatted")
                    && isConstant(select.getExpression(), owner)
                    && call.getArguments().stream().allMatch(argument -> isConstant(argument, owner));
        }
        return tree instanceof MemberSelectTree member
                && isConstantName(member.toString(), member.getExpression().toString());
    }

    private boolean isConstantName(String name, String owner) {
        ExpressionTree value = constants.get(name);
        return value != null && isConstant(value, owner);
    }

    /** Constants of every class, by {@code Class.NAME}. */
    private final class Constants extends TreeScanner<Void, String> {
        @Override
        public Void visitClass(ClassTree type, String outer) {
            return super.visitClass(type, type.getSimpleName().toString());
        }

        @Override
        public Void visitVariable(VariableTree variable, String owner) {
            Set<Modifier> modifiers = variable.getModifiers().getFlags();
            if (modifiers.contains(Modifier.STATIC)
                    && modifiers.contains(Modifier.FINAL)
                    && variable.getInitializer() != null) {
                constants.put(owner + "." + variable.getName(), variable.getInitializer());
            }
            return super.visitVariable(variable, owner);
        }
    }

    /** Calls that take SQL. */
    private final class Statements extends TreeScanner<Void, String> {
        private String method = "";
        private List<String> parameters = List.of();
        private boolean ofThisClassAlone;
        private final Set<String> locals = new TreeSet<>();

        @Override
        public Void visitClass(ClassTree type, String outer) {
            return super.visitClass(type, type.getSimpleName().toString());
        }

        @Override
        public Void visitMethod(MethodTree declared, String owner) {
            String before = method;
            method = declared.getName().toString();
            ofThisClassAlone = declared.getModifiers().getFlags().contains(Modifier.PRIVATE);
            parameters = declared.getParameters().stream()
                    .map(parameter -> parameter.getName().toString())
                    .toList();
            super.visitMethod(declared, owner);
            constants.keySet().removeAll(locals);
            locals.clear();
            method = before;
            return null;
        }

        @Override
        public Void visitVariable(VariableTree variable, String owner) {
            if (!method.isEmpty()
                    && variable.getInitializer() != null
                    && isConstant(variable.getInitializer(), owner)) {
                locals.add(owner + "." + variable.getName());
                constants.put(owner + "." + variable.getName(), variable.getInitializer());
            }
            return super.visitVariable(variable, owner);
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree call, String owner) {
            if (call.getMethodSelect() instanceof MemberSelectTree select
                    && !call.getArguments().isEmpty()) {
                String receiver = select.getExpression().toString();
                String name = select.getIdentifier().toString();
                boolean takes = TAKES_SQL.contains(name)
                        || TAKES_SQL_OF.getOrDefault(name, Set.of()).contains(receiver);
                if (takes) {
                    look(call.getArguments().get(0), owner);
                }
            }
            if (call.getMethodSelect() instanceof IdentifierTree name) {
                Integer place = handedOn.get(owner + "." + name.getName());
                if (place != null && place < call.getArguments().size()) {
                    look(call.getArguments().get(place), owner);
                }
            }
            return super.visitMethodInvocation(call, owner);
        }

        private void look(ExpressionTree sql, String owner) {
            looked++;
            if (!isConstant(sql, owner) && !isHandedOn(sql, owner)) {
                made.add(owner + "." + method + ": "
                        + sql.toString().replaceAll("\\s+", " ").replace("\\'", "'"));
            }
        }

        /** Constants around one parameter of a private method; who calls it is looked at instead. */
        private boolean isHandedOn(ExpressionTree sql, String owner) {
            if (sql instanceof BinaryTree both) {
                boolean left = isConstant(both.getLeftOperand(), owner);
                boolean right = isConstant(both.getRightOperand(), owner);
                return (left && isHandedOn(both.getRightOperand(), owner))
                        || (right && isHandedOn(both.getLeftOperand(), owner));
            }
            int place = sql instanceof IdentifierTree name
                    ? parameters.indexOf(name.getName().toString())
                    : -1;
            if (place < 0 || !ofThisClassAlone) {
                return false;
            }
            handedOn.put(owner + "." + method, place);
            return true;
        }
    }
}
