package io.linkage.settings;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Default, bounds and meaning of one record component. The key in a configuration is the component's name in kebab-case.
 */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface Setting {
    /** What it does, with its unit. */
    String meaning();

    /** The default as text; empty: it must be given, or is absent where the component is an Optional. */
    String standard() default "";

    /** Least allowed value of a number. */
    double least() default Double.NEGATIVE_INFINITY;

    /** Greatest allowed value of a number. */
    double most() default Double.POSITIVE_INFINITY;

    /** The only allowed values of a text; empty: any. */
    String[] oneOf() default {};
}
