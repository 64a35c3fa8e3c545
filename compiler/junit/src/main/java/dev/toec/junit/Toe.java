package dev.toec.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Says which source the tests of a class test. Parameters of its test and lifecycle methods are then resolved: a generated
 * binding gets its module, a {@link dev.toec.interp.ToeModule} the module {@link OfModule} names, or the only one. Every
 * test has modules of its own, which begin empty; all parameters of one test share them. When a test fails, the items its
 * modules handled last are attached to the failure.
 *
 * <pre>{@code
 * @Toe("firewall.toe")
 * class FirewallTest {
 *     @Test
 *     void dropsRunts(Firewall firewall) {
 *         assertThat(firewall.frame(Packet.hex("0102")).drops()).hasSize(1);
 *     }
 * }
 * }</pre>
 */
@Documented
@Inherited
@ExtendWith(ToeExtension.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Toe {
    /**
     * The source. A relative name is looked up on the class path, from the test class's package and from the root, then
     * in {@code src/main/toe}, then in the project's directory.
     */
    String value();
}
